import { Page } from "../../parts/page.tsx";

export function RoomsPage() {
  return <Page title="RoomsPage">…</Page>;
}
