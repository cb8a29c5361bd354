import { Anchor, List, Paper, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMe } from "../../api/queries.ts";
import { useTexts } from "../../i18n.ts";
import { useNames } from "../../parts/use-names.ts";
import { useEntity } from "../../shell/entity.tsx";
import { localOf, nowIn } from "../../time.ts";
import type { OfferedProduct } from "../calendar/offers.ts";
import type { ExplainedAgent } from "./fold-starts.ts";
import { formatMinutes } from "./format-minutes.ts";
import { WHY } from "./texts.ts";

interface Step {
  readonly text: string;
  /** Where an owner changes it. */
  readonly to?: string;
}

/** What would have to change for more to be free, a sentence for each reason of the day. */
export function Advice({
  agents,
  product,
}: {
  readonly agents: readonly ExplainedAgent[];
  readonly product: OfferedProduct;
}) {
  const t = useTexts(WHY);
  const { access } = useMe();
  const steps = useSteps(agents, product);
  if (steps.length === 0) return null;
  const isOwner = access === "owner";
  return (
    <Paper withBorder p="md" component="section">
      <Title order={2} fz="h4" mb="xs">
        {t("advice.title")}
      </Title>
      <List size="sm" spacing="xs">
        {steps.map(({ text, to }) => (
          <List.Item key={text}>
            {text}{" "}
            {to === undefined || !isOwner ? null : (
              <Anchor component={Link} to={to} size="sm" underline="always">
                {t("advice.change")}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
      {isOwner || steps.every(({ to }) => to === undefined) ? null : (
        <Text size="sm" c="dimmed" mt="xs">
          {t("advice.askOwner")}
        </Text>
      )}
    </Paper>
  );
}

function useSteps(agents: readonly ExplainedAgent[], product: OfferedProduct): readonly Step[] {
  const t = useTexts(WHY);
  const names = useNames();
  const entity = useEntity();
  const now = nowIn(entity.timezone);
  const steps = new Map<string, Step>();
  const add = (text: string, to?: string) => steps.set(text, to === undefined ? { text } : { text, to });
  for (const { agentId, basis, workingTime, starts } of agents) {
    const name = names.agent(agentId);
    const own = `/team/${agentId}`;
    if (workingTime.length === 0) {
      if (basis === "public_holiday") add(t("advice.holiday"), "/hours");
      else add(t(basis === "override" ? "advice.override" : "advice.off", { name }), own);
    }
    for (const { start, rule, absence, limit } of starts) {
      switch (rule) {
        case "absent":
          if (absence === "closure") add(t("advice.closure"), "/hours");
          else add(t("advice.absent", { name }), own);
          break;
        case "too_soon":
          // What is over no notice brings back.
          if (localOf(start) >= now)
            add(t("advice.tooSoon", { notice: formatMinutes(entity.minNoticeMinutes, t) }), "/hours");
          break;
        case "too_far":
          add(t("advice.tooFar", { count: entity.horizonDays }), "/hours");
          break;
        case "agent_busy":
          add(t("advice.busy"));
          break;
        case "resource_busy":
          add(t("advice.rooms"), "/rooms");
          break;
        case "class_full":
          add(t("advice.classFull", { count: product.capacity ?? 0 }), "/services");
          break;
        case "agent_day_full":
          add(t("advice.agentDay", { name, limit: limit ?? "" }), own);
          break;
        case "product_day_full":
          add(t("advice.productDay", { product: product.name, limit: limit ?? "" }), "/services");
          break;
        default:
      }
    }
  }
  return [...steps.values()];
}
