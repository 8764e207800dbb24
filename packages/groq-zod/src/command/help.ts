export const HELP = `groq-zod: zod validators and TypeScript types for GROQ queries

Usage: groq-zod <command> [options]

Commands:
  generate   write a module for each query
  check      exit with 1 when the modules are stale or a query reads a field that the schema does not have
  watch      generate, and again whenever a query or the schema changes

Options (they come before what groq-zod.config.ts says):
  -c, --config <file>            default groq-zod.config.{ts,js,mjs,json}
  -s, --schema <file>            extract of the Sanity schema, default schema.json
      --constraints <file>       rules that the extract loses
  -q, --queries <glob>           files with queries, may be given several times
                                 default src/**/*.{ts,tsx,js,jsx,groq}
  -o, --output <folder>          default src/generated
      --zod mini|full            import zod/mini (default) or zod
      --unknown-keys drop|keep|refuse
                                 keys that a type does not name, default drop
      --unknown-types refuse|keep
                                 objects in unions with an unknown _type, default refuse
      --import-extension .ts|.js|""
                                 ending of imports between generated modules, default .ts
  -h, --help`
