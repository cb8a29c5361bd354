import { Text } from "@mantine/core";
export function CalendarPage() {
  return <Text>Kalender</Text>;
}
