import { fonts, light } from '@linli/ui/tokens';
import { LineChart as Line } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type ReactElement, useEffect, useRef } from 'react';

register([Line, GridComponent, TooltipComponent, AriaComponent, CanvasRenderer]);

interface LineChartProps {
  readonly label: string;
  readonly points: readonly { readonly on: string; readonly value: number }[];
}

const DAY_MS = 86_400_000;
const WHOLE = 100;
const monthOf = (moment: number): string => new Date(moment).toISOString().slice(0, 7);
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** Time runs evenly, and the height is the whole: what is filled is the part that is covered. */
const optionOf = (points: LineChartProps['points']) => ({
  animationDuration: 300,
  useUTC: true,
  textStyle: { fontFamily: fonts.sans, color: light['ink-2'] },
  grid: { left: 52, right: 24, top: 16, bottom: 28 },
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
      data: points.map(({ on, value }) => [Date.parse(on), value]),
      symbolSize: 6,
      lineStyle: { color: light.ok, width: 2.5 },
      itemStyle: { color: light.ok },
      areaStyle: { color: light['ok-tint'] },
    },
  ],
});

/** A series as a line. What it says stands in words beside it, and as a table below. */
export default function LineChart({ label, points }: LineChartProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const chart = init(element);
    chart.setOption(optionOf(points));
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [points]);
  return <div className="chart" ref={box} role="img" aria-label={label} />;
}
