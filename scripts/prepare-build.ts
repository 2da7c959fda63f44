/** The build of scripts/prepare-image.mjs. */
import { buildIfChanged } from './build'

buildIfChanged()
