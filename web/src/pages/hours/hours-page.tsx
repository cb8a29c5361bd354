import { Page } from "../../parts/page.tsx";

export function HoursPage() {
  return <Page title="HoursPage">…</Page>;
}
