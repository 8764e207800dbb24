import {isJsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'
import {compileRule} from './compileRule.ts'
import type {CompiledRule} from './compileRule.ts'
import {parseWebhook} from './parseWebhook.ts'
import type {WebhookInput} from './Webhook.ts'

/** Reads what is stored of a webhook. @throws when it is not what was stored, for whatever reason. */
export function readWebhook(definition: unknown): {input: WebhookInput; rule: CompiledRule} {
  const stored = parseJson(String(definition))
  if (!isJsonObject(stored)) throw new TypeError('A stored webhook is an object.')
  const input = parseWebhook(stored)
  return {input, rule: compileRule(input.rule)}
}
