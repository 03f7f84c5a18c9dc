// What every screen is given: the app it draws, and the words for it.

import type { App } from "../app/app.ts";
import type { Texts } from "../i18n/en.ts";

export type View = { readonly app: App; readonly t: Texts };
