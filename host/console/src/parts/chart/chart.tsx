import { theme } from 'antd';
import { BarChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useDark } from '../../app/look';

register([BarChart, LineChart, PieChart, AriaComponent, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** A drawing of figures; `label` says in words what it shows. Whoever uses it offers the same figures as a table. */
export function Chart({ option, label, height = 260 }: { option: EChartsCoreOption; label: string; height?: number }) {
  const place = useRef<HTMLDivElement>(null);
  const { dark } = useDark();
  const { token } = theme.useToken();
  useEffect(() => {
    if (!place.current) return;
    const chart = init(place.current, dark ? 'dark' : undefined, { renderer: 'canvas' });
    chart.setOption({
      backgroundColor: 'transparent',
      textStyle: { fontFamily: token.fontFamily, color: token.colorText },
      ...option,
      aria: { enabled: true, label: { description: label }, decal: { show: false } },
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(place.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [option, label, dark, token]);
  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
