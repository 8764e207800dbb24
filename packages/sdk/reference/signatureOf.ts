import type {ExportedName, ExportStatement} from './readExports.ts'
import type {SourceModule} from './readModule.ts'

const LONGEST_VALUE = 12

/** The declaration of an exported name as TypeScript shows it to a caller: without bodies. */
export function signatureOf({module, statements}: ExportedName): string {
  // Of an overloaded function callers see the overloads alone.
  const overloads = statements.filter(({declaration}) => declaration?.type === 'TSDeclareFunction')
  return (overloads.length > 0 ? overloads : statements)
    .map((statement) => declarationText(module, statement))
    .join('\n')
}

function declarationText({text}: SourceModule, {declaration}: ExportStatement): string {
  if (!declaration) return ''
  const {start, end} = declaration
  switch (declaration.type) {
    case 'FunctionDeclaration':
      return text.slice(start, declaration.body?.start ?? end).trim()
    case 'ClassDeclaration': {
      const head = text.slice(start, declaration.body.start)
      const members = declaration.body.body.flatMap((member) => {
        if (member.type === 'MethodDefinition') {
          const bodyStart = member.value.body?.start ?? member.end
          return [text.slice(member.start, bodyStart).trim()]
        }
        if (member.type !== 'PropertyDefinition') return []
        if (!('name' in member.key) || member.accessibility === 'private') return []
        // Whether a field is only declared makes no difference to a caller.
        return [text.slice(member.start, member.end).replace(/^declare /, '')]
      })
      return `${head}{\n${members.map((member) => `  ${member}`).join('\n')}\n}`
    }
    case 'VariableDeclaration': {
      const whole = text.slice(start, end)
      const value = declaration.declarations[0]?.init
      if (!value || whole.split('\n').length <= LONGEST_VALUE) return whole
      return `${text.slice(start, value.start)}{ /* … */ }`
    }
    default:
      return text.slice(start, end)
  }
}
