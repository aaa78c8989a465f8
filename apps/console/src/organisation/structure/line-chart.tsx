import { fonts, light } from '@linli/ui/tokens';
import { LineChart as Line } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type ReactElement, useEffect, useRef } from 'react';

register([Line, GridComponent, LegendComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

type Points = readonly { readonly on: string; readonly value: number }[];

interface LineChartProps {
  readonly label: string;
  /** What the line is called, where there are two. */
  readonly name?: string;
  readonly points: Points;
  /** A part of it, as a line of its own. */
  readonly part?: { readonly name: string; readonly points: Points };
}

const DAY_MS = 86_400_000;
const WHOLE = 100;
const monthOf = (moment: number): string => new Date(moment).toISOString().slice(0, 7);
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** Time runs evenly, and the height is the whole: what is filled is the part that is covered. */
const dataOf = (points: Points) => points.map(({ on, value }) => [Date.parse(on), value]);

const optionOf = ({ name, points, part }: Omit<LineChartProps, 'label'>) => ({
  animationDuration: 300,
  useUTC: true,
  textStyle: { fontFamily: fonts.sans, color: light['ink-2'] },
  grid: { left: 52, right: 24, top: part ? 40 : 16, bottom: 28 },
  ...(part && { legend: { top: 0, right: 24, textStyle: { color: light['ink-2'] } } }),
  tooltip: { trigger: 'axis' as const, valueFormatter: (value: unknown) => `${String(value)} %` },
  xAxis: {
    type: 'time' as const,
    minInterval: 28 * DAY_MS,
    axisLine: { lineStyle: { color: light.line } },
    axisLabel: { formatter: monthOf, hideOverlap: true, color: light['ink-2'] },
    axisPointer: { label: { formatter: ({ value }: { value: unknown }) => dayOf(Number(value)) } },
  },
  yAxis: {
    type: 'value' as const,
    min: 0,
    max: WHOLE,
    interval: WHOLE / 4,
    axisLabel: { formatter: '{value} %', color: light['ink-2'] },
    splitLine: { lineStyle: { color: light.hair } },
  },
  series: [
    {
      type: 'line' as const,
      ...(name !== undefined && { name }),
      data: dataOf(points),
      symbolSize: 6,
      lineStyle: { color: light.ok, width: 2.5 },
      itemStyle: { color: light.ok },
      areaStyle: { color: light['ok-tint'] },
    },
    ...(part
      ? [
          {
            type: 'line' as const,
            name: part.name,
            data: dataOf(part.points),
            symbol: 'diamond',
            symbolSize: 8,
            lineStyle: { color: light.brand, width: 2.5, type: 'dashed' as const },
            itemStyle: { color: light.brand },
          },
        ]
      : []),
  ],
});

/** A series as a line. What it says stands in words beside it, and as a table below. */
export default function LineChart({ label, name, points, part }: LineChartProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const chart = init(element);
    chart.setOption(optionOf({ points, ...(name !== undefined && { name }), ...(part && { part }) }));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [name, points, part]);
  return <div className="chart" ref={box} role="img" aria-label={label} />;
}
