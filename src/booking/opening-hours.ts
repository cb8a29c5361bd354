import type { Agent, Business } from "../scheduling/business.ts";
import { type Day, MINUTES_PER_DAY } from "../scheduling/calendar-date.ts";
import { merge, type Range } from "../scheduling/range.ts";
import type { WallRange } from "../scheduling/working-time.ts";

/**
 * When any of those agents works on a day, in wall-clock minutes of that day: sorted, disjoint, within 0 to 1440. What
 * began the day before counts from midnight.
 */
export function openingHours({ zone }: Business, agents: readonly Agent[], day: Day): readonly WallRange[] {
  const dayStart = zone.startOf(day);
  const dayEnd = zone.startOf(day + 1);
  const wall = (minute: number) => minute + zone.offsetAt(minute) - day * MINUTES_PER_DAY;
  const walls: Range[] = [];
  for (const agent of agents) {
    for (const { start, end } of agent.workingTime.runsOn(day)) {
      walls.push({
        start: start <= dayStart ? 0 : wall(start),
        // The last minute inside, so that an end in a daylight-saving change keeps its own side of it.
        end: end >= dayEnd ? MINUTES_PER_DAY : wall(end - 1) + 1,
      });
    }
  }
  return merge(walls).map(({ start, end }) => ({ from: start, to: end }));
}
