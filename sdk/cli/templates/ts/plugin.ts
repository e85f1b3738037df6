/** {{name}}: {{purpose}} */

import { definePlugin } from "@redress/sdk";

import { check, config } from "./config.js";
{{imports}}

export default definePlugin({ config, check, {{functions}} });
