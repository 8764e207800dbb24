/**
 * Holds for what comes after the last row of the page before in `order(key asc, _id asc)`, or with `<` in
 * `order(key desc, _id asc)`, whatever the key of a document is. GROQ orders numbers, texts, booleans, then all else
 * (nothing, lists, objects) as equals: `$afterRank` is the place of the last row's kind among these four, `$after` its
 * key, null for all else. The order itself stays one of a plain field, which a store can have an index for.
 */
export const afterRow = (key: string, beyond = '>'): string => `(
  $afterId == null
  || ${key} ${beyond} $after
  || select(${key} >= "" => 1, ${key} in [true, false] => 2, defined(string(${key})) => 0, 3) ${beyond} $afterRank
  || ((${key} == $after || (!defined($after) && !defined(string(${key})))) && _id > $afterId)
)`
