// Runs before the page is drawn, so that it never flashes in the other colours. Redoc keeps its choice in the same place.
import { applyTheme, themeNow } from './colours.ts'

applyTheme(themeNow())
