import { Badge } from "@mantine/core";
import type { Call } from "../../../../src/staff-api/wire-types.ts";
import { useProtocolWords } from "../../parts/use-protocol-words.ts";

const LOOKS = {
  booked: { sign: "✓", color: "brand", variant: "filled" },
  moved: { sign: "→", color: "brand", variant: "light" },
  cancelled: { sign: "✕", color: "gray", variant: "outline" },
  informed: { sign: "i", color: "gray", variant: "outline" },
  failed: { sign: "!", color: "red", variant: "light" },
} as const;

export function OutcomeBadge({ outcome }: { readonly outcome: Call["outcome"] }) {
  const words = useProtocolWords();
  const { sign, color, variant } = LOOKS[outcome];
  return (
    <Badge
      tt="none"
      color={color}
      variant={variant}
      size="lg"
      // Long reasons beside it would cut it.
      miw="max-content"
      leftSection={<span aria-hidden="true">{sign}</span>}
    >
      {words.outcome(outcome)}
    </Badge>
  );
}
