import { Command } from "commander";
import { environmentName, readSettings, SECRET_SETTINGS, SETTINGS, type Settings } from "../../config.ts";
import { print, printJson, table } from "../terminal.ts";
import { settingsOf } from "../with-store.ts";

export function configCommand(): Command {
  const check = new Command("check")
    .description("Show every setting and where it comes from, or every fault.")
    .option("--json", "print them as JSON")
    .addHelpText(
      "after",
      `
Flags win over SLOTLINE_* variables, those over slotline.config.yaml (or the file that SLOTLINE_CONFIG names), that
over the defaults.

Example:
  $ SLOTLINE_PORT=9000 slotline config check`,
    )
    .action((flags: { json?: boolean }) => {
      const settings = settingsOf({});
      const read = readSettings({});
      const sources = read.ok ? read.sources : {};
      if (flags.json) {
        return printJson({
          settings: withoutSecrets(settings),
          sources,
        });
      }
      const names = Object.keys(SETTINGS) as (keyof Settings)[];
      const rows = names.map((name) => [
        name,
        shown(withoutSecrets(settings)[name]),
        sources[name] ?? "",
        environmentName(name),
        SETTINGS[name].help,
      ]);
      print(table(["setting", "value", "from", "variable", "what it is for"], rows));
    });
  return new Command("config")
    .description("The settings of this machine.")
    .addHelpText("after", "\nExample:\n  $ slotline config check")
    .addCommand(check);
}

function withoutSecrets(settings: Settings): Settings {
  const hidden = [...SECRET_SETTINGS].flatMap((name) =>
    settings[name as keyof Settings] === undefined ? [] : [[name, "***"]],
  );
  return { ...settings, databaseUrl: withoutPassword(settings.databaseUrl), ...Object.fromEntries(hidden) };
}

function withoutPassword(url: string | undefined): string | undefined {
  return url?.replace(/^(\w+:\/\/[^:/@]*):[^@]*@/, "$1:***@");
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(" ");
  return value === undefined ? "" : String(value);
}
