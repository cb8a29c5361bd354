import chromium from "@sparticuz/chromium";
import { type Browser, chromium as chrome } from "playwright-core";

/** In one process, as it is set for Lambda, the browser ends with its first page. */
const NOT_HERE = ["--single-process", "--no-zygote"];

/** A browser that npm brought along: nothing is downloaded or installed. */
export async function openBrowser(): Promise<Browser> {
  const args = chromium.args.filter((arg) => !NOT_HERE.includes(arg));
  return await chrome.launch({ executablePath: await chromium.executablePath(), args });
}
