/** chai-lab.js: the element `<chai-lab>` for other pages (host/lab-element.ts), with the inspector beside this script. */
import { defineLab } from "../../host/lab-element.ts";

defineLab(new URL("index.html", import.meta.url));
