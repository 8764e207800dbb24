import {isJsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'

/** Turns a JSON line of the log into one for people: `12:04:31 GET /v1/data/query/production 200 3.1 ms 812 B`. */
export function formatLogLine(line: string): string {
  const entry = parseJson(line)
  if (!isJsonObject(entry)) return line
  const {level, time, msg, id, method, path, status, ms, bytes, cut, stack, ...facts} = entry
  const clock = String(time).slice(11, 19)
  if (msg === 'request')
    return `${clock} ${String(method)} ${String(path)} ${String(status)} ${String(ms)} ms ${String(bytes)} B ${String(id)}${cut === true ? ' (cut off)' : ''}`
  const rest = Object.entries(facts).map(([name, value]) => `${name}=${String(value)}`)
  const first = Array.isArray(stack) ? [String(stack[0] ?? '')] : []
  return [clock, ...(level === 'info' ? [] : [String(level)]), String(msg), ...rest, ...first].join(' ')
}
