import {getMimeType} from 'hono/utils/mime'

const others: ReadonlyMap<string, string> = new Map([
  ['doc', 'application/msword'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['flac', 'audio/flac'],
  ['heic', 'image/heic'],
  ['m4a', 'audio/mp4'],
  ['m4v', 'video/mp4'],
  ['md', 'text/markdown; charset=utf-8'],
  ['mov', 'video/quicktime'],
  ['ogg', 'audio/ogg'],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['srt', 'application/x-subrip'],
  ['vtt', 'text/vtt; charset=utf-8'],
  ['wav', 'audio/wav'],
  ['xls', 'application/vnd.ms-excel'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])

/** The media type that a file of this extension is served as. */
export function toContentType(extension: string): string {
  return others.get(extension) ?? getMimeType(`x.${extension}`) ?? 'application/octet-stream'
}

/**
 * Whether a browser may show the content as it is. Everything else (HTML, SVG, XML, scripts) could run code in the
 * lake's own origin, where people are signed in.
 */
export function isPassive(contentType: string): boolean {
  const [type = ''] = contentType.split(';')
  if (type === 'image/svg+xml') return false
  return (
    /^(?:image|audio|video|font)\//.test(type) ||
    [
      'application/json',
      'application/octet-stream',
      'application/pdf',
      'application/zip',
      'text/csv',
      'text/plain',
      'text/vtt',
    ].includes(type)
  )
}

/** The extension of an uploaded file: from its name, else from its media type, else `bin`. */
export function toExtension(filename: string | undefined, contentType: string | undefined): string {
  const named = /\.([a-z0-9]{1,10})$/i.exec(filename ?? '')?.[1]?.toLowerCase()
  if (named) return named
  const [type = ''] = (contentType ?? '').split(';')
  for (const extension of [
    'pdf',
    'json',
    'txt',
    'csv',
    'mp4',
    'mp3',
    'webm',
    'zip',
    'jpg',
    'png',
    'gif',
    'webp',
    'svg',
    'html',
    'xml',
  ]) {
    if (toContentType(extension).split(';')[0] === type) return extension
  }
  return 'bin'
}
