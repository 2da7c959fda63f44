/** What a page shows of a command that has not run: the commands themselves are not the pages' to call. */
import 'server-only'

export { previewMerge } from '../commands/merge'
