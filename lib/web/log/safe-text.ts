/** Text for the log: of an error, what leads to its cause, without what somebody typed. */

/** E-mail addresses; secrets in the paths of one-time links; keys of the API and of webhooks; passwords in addresses. */
const HIDDEN: [RegExp, string][] = [
  [/[\w.+-]{1,64}@[\w-]{1,63}(\.[\w-]{1,63}){1,5}/g, '[e-mail]'],
  [/\/(invite|reset|setup)\/[^\s/?#"']+/g, '/$1/[token]'],
  [/\b(Bearer|Basic)\s+\S+/gi, '$1 [secret]'],
  [/\b(whsec|ork)_[\w+/=-]+/g, '$1_[secret]'],
  [/(\w+:\/\/)[^\s/@:]*:[^\s/@]*@/g, '$1[secret]@'],
]

/** Takes out what is nobody's business. */
export const hideSecrets = (text: string): string =>
  HIDDEN.reduce((shown, [pattern, instead]) => shown.replace(pattern, instead), text)

/** What went wrong. Prisma repeats the whole call, with the values; what is wrong stands in the last line. */
const messageOf = ({ name, message }: Error): string => {
  if (name === 'PrismaClientValidationError') return 'The arguments of a query do not fit the schema.'
  // JSON that cannot be read is shown in quotation marks.
  if (name === 'SyntaxError') return message.replace(/"[^]*"/, '"…"')
  return name.startsWith('PrismaClient') ? (message.trim().split('\n').at(-1) ?? '') : message
}

const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')

export interface SafeError {
  type: string
  message: string
  stack: string
}

/** What is logged of something that was thrown. */
export const safeError = (thrown: unknown): SafeError => {
  if (!(thrown instanceof Error))
    return { type: typeof thrown, message: hideSecrets(`${thrown}`.slice(0, 500)), stack: '' }
  const { name } = thrown
  return {
    type: name,
    message: hideSecrets(messageOf(thrown)).slice(0, 1000),
    stack: hideSecrets(framesOf(thrown)),
  }
}
