/** dist/cli.js: starts the command line from its scripts. What starts it faster is command-snapshot.ts. */
import { guarded, launch, launchedBy, restoreEnvironment, takeWish } from "./launching.ts";

guarded(() => {
  const command = launchedBy(__filename);
  const wish = takeWish();
  restoreEnvironment();
  return launch(command, wish);
});
