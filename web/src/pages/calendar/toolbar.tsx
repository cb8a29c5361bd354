import { ActionIcon, Button, Group, Menu, Popover, SegmentedControl, Select } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { useDisclosure } from "@mantine/hooks";
import { useLanguage, useTexts } from "../../i18n.ts";
import { Icon } from "../../parts/icon.tsx";
import { addDays, formatDate, formatRange } from "../../time.ts";
import type { CalendarSearch, ShownPart, View } from "./calendar-search.ts";
import type { Column } from "./columns.ts";
import { CALENDAR } from "./texts.ts";
import classes from "./toolbar.module.css";

export function Toolbar({
  columns,
  search,
  show,
  isNarrow,
  agentId,
  showsCancelled,
  onShowCancelled,
  onCreate,
  onAway,
}: {
  readonly columns: readonly Column[];
  readonly search: CalendarSearch;
  readonly show: (part: ShownPart) => void;
  readonly isNarrow: boolean;
  /** Whose column is shown; null: everybody's. */
  readonly agentId: string | null;
  readonly showsCancelled: boolean;
  readonly onShowCancelled: (shows: boolean) => void;
  /** Undefined for who may not. */
  readonly onCreate: (() => void) | undefined;
  /** Enters as away whose column is shown alone; undefined where nobody can be. */
  readonly onAway: (() => void) | undefined;
}) {
  const t = useTexts(CALENDAR);
  const language = useLanguage();
  const [picker, picking] = useDisclosure(false);
  const { view, date, from, to, isToday } = search;
  const step = view === "week" ? 7 : 1;
  const shown = columns.find(({ id }) => id === agentId);
  const short = { day: "numeric", month: "short" } as const;
  const title =
    view === "week"
      ? formatRange(from, to, language, isNarrow ? short : { ...short, year: "numeric" })
      : formatDate(date, language, {
          weekday: "short",
          day: "numeric",
          month: isNarrow ? "short" : "long",
          ...(isNarrow ? {} : { year: "numeric" }),
        });
  return (
    <Group
      className={`${classes.toolbar} no-print`}
      gap="xs"
      wrap="wrap"
      px="sm"
      py={8}
      justify="space-between"
    >
      <Group gap={6} wrap="nowrap" className={classes.dates!}>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t("earlier")}
          onClick={() => show({ date: addDays(date, -step) })}
        >
          <Icon name="left" />
        </ActionIcon>
        <Button variant={isToday ? "light" : "default"} px="sm" onClick={() => show({ date: search.today })}>
          {t("today")}
        </Button>
        <ActionIcon
          variant="default"
          size={36}
          aria-label={t("later")}
          onClick={() => show({ date: addDays(date, step) })}
        >
          <Icon name="right" />
        </ActionIcon>
        <Popover opened={picker} onChange={(opened) => !opened && picking.close()} trapFocus withinPortal>
          <Popover.Target>
            <Button
              variant="subtle"
              color="gray"
              px="xs"
              className={classes.pick!}
              onClick={picking.toggle}
              aria-label={`${title}. ${t("pickDate")}`}
            >
              <span className={classes.title} aria-live="polite">
                {title}
              </span>
            </Button>
          </Popover.Target>
          <Popover.Dropdown>
            <DatePicker
              value={date}
              onChange={(chosen) => {
                picking.close();
                if (chosen !== null) show({ date: chosen });
              }}
            />
          </Popover.Dropdown>
        </Popover>
      </Group>
      <Group gap={6} wrap="nowrap" className={classes.choices!}>
        {view === "week" || isNarrow || columns.length > 1 ? (
          <Select
            aria-label={t("agent")}
            className={classes.agent!}
            classNames={{ input: classes.agentInput!, section: classes.agentArrow! }}
            allowDeselect={false}
            data={[
              ...(view === "week" || (isNarrow && view === "day")
                ? []
                : [{ value: "", label: t("everybody") }]),
              ...columns.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={agentId ?? ""}
            onChange={(id) => show({ agent: id === "" || id === null ? undefined : id })}
          />
        ) : null}
        <SegmentedControl
          aria-label={t("view")}
          size={isNarrow ? "xs" : "sm"}
          classNames={{ label: classes.viewName! }}
          value={view}
          onChange={(next) => show({ view: next as View })}
          data={(["day", "week", "list"] as const).map((one) => ({ value: one, label: t(one) }))}
        />
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t("more")}>
              <Icon name="more" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {onAway === undefined || shown === undefined ? null : (
              <Menu.Item leftSection={<Icon name="absent" size={16} />} onClick={onAway}>
                {t("away.enterOf", { name: shown.name })}
              </Menu.Item>
            )}
            <Menu.Item onClick={() => onShowCancelled(!showsCancelled)}>
              {t(showsCancelled ? "hideCancelled" : "showCancelled")}
            </Menu.Item>
            <Menu.Item leftSection={<Icon name="print" size={16} />} onClick={() => window.print()}>
              {t(view === "week" ? "printWeek" : "print")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {onCreate === undefined ? null : (
          <Button
            onClick={onCreate}
            leftSection={<Icon name="plus" />}
            aria-label={t("create")}
            className={classes.create!}
            classNames={{ section: classes.createIcon! }}
          >
            <span className={classes.createText}>{t("create")}</span>
          </Button>
        )}
      </Group>
    </Group>
  );
}
