import { Page } from "../../parts/page.tsx";

export function ServicesPage() {
  return <Page title="ServicesPage">…</Page>;
}
