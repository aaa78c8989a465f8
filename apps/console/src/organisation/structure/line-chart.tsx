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

const optionOf = (points: LineChartProps['points']) => ({
  animationDuration: 300,
  textStyle: { fontFamily: fonts.sans, color: light['ink-2'] },
  grid: { left: 48, right: 20, top: 16, bottom: 28 },
  tooltip: { trigger: 'axis' as const, valueFormatter: (value: unknown) => `${String(value)} %` },
  xAxis: {
    type: 'category' as const,
    data: points.map(({ on }) => on.slice(0, 7)),
    axisLine: { lineStyle: { color: light.line } },
  },
  yAxis: {
    type: 'value' as const,
    max: 100,
    min: Math.max(0, Math.floor((Math.min(...points.map(({ value }) => value)) - 5) / 10) * 10),
    axisLabel: { formatter: '{value} %' },
    splitLine: { lineStyle: { color: light.hair } },
  },
  series: [
    {
      type: 'line' as const,
      data: points.map(({ value }) => value),
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
