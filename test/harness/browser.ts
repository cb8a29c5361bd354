import chromium from "@sparticuz/chromium";
import { type Browser, chromium as chrome } from "playwright-core";

/** In one process, as it is set for Lambda, the browser ends with its first page. */
const ONE_PROCESS = ["--single-process", "--no-zygote"];

/** A graphics card played by the processor takes a third of all the time, and nothing here needs one. */
const PLAYED_GRAPHICS =
  /^--(use-gl|use-angle|enable-unsafe-swiftshader|ignore-gpu-blocklist|in-process-gpu)\b/;

/** A browser that npm brought along: nothing is downloaded or installed. */
export async function openBrowser(): Promise<Browser> {
  const args = chromium.args.filter((arg) => !ONE_PROCESS.includes(arg) && !PLAYED_GRAPHICS.test(arg));
  return await chrome.launch({
    executablePath: await chromium.executablePath(),
    args: [...args, "--disable-gpu"],
  });
}
