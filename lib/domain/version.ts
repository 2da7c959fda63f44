/** The version of this code, as in package.json; archives say which one made them. */
export const VERSION = '0.1.0'
