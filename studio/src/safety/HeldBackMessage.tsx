import {Box, Stack, Text} from '@sanity/ui'

interface HeldBackMessageProps {
  reasons: readonly string[]
}

/** Says why an article was not published: one paragraph for each finding. */
export function HeldBackMessage({reasons}: HeldBackMessageProps) {
  return (
    <Box padding={4}>
      <Stack gap={4}>
        <Text>The safety rules hold this article back. The draft is kept as it is.</Text>
        {reasons.map((reason) => (
          <Text key={reason} weight="medium">
            {reason}
          </Text>
        ))}
      </Stack>
    </Box>
  )
}
