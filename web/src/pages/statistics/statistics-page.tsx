import { Page } from "../../parts/page.tsx";

export function StatisticsPage() {
  return <Page title="StatisticsPage">…</Page>;
}
