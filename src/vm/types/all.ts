/** Completes the types that belong to the VM; objects/bootstrap.ts has completed the others. */
import "./traceback.ts";
import "./frame.ts";
import "./generator.ts";
import "./coroutine.ts";
import "./async_generator.ts";
