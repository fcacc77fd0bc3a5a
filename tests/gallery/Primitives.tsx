import { useState } from 'preact/hooks';
import { Button } from '../../components/ui/Button.tsx';
import { Checkbox } from '../../components/ui/Checkbox.tsx';
import { Chip } from '../../components/ui/Chip.tsx';
import { DigestLine } from '../../components/ui/DigestLine.tsx';
import { EmptyState } from '../../components/ui/EmptyState.tsx';
import { Field } from '../../components/ui/Field.tsx';
import { HighlightedSnippet } from '../../components/ui/HighlightedSnippet.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { ICON_PATHS, type IconName } from '../../components/ui/icon-paths.ts';
import { Key } from '../../components/ui/Key.tsx';
import { LevelMark } from '../../components/ui/LevelMark.tsx';
import { LogLine } from '../../components/ui/LogLine.tsx';
import { ProgressBar } from '../../components/ui/ProgressBar.tsx';
import { Segment } from '../../components/ui/Segment.tsx';
import { Select } from '../../components/ui/Select.tsx';
import { Switch } from '../../components/ui/Switch.tsx';
import { Tabs } from '../../components/ui/Tabs.tsx';
import { TextInput } from '../../components/ui/TextInput.tsx';
import { Toast } from '../../components/ui/Toast.tsx';
import { at } from './fixtures.ts';

const row = { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' } as const;
const nothing = () => {};

/** The primitive controls side by side, as in the picture of the components. */
export function Primitives() {
  const [segment, setSegment] = useState<'marked' | 'original'>('marked');
  const [on, setOn] = useState(true);
  const [text, setText] = useState('2024-03-15');
  const [tab, setTab] = useState<'view' | 'certificate'>('view');
  return (
    <main style={{ display: 'grid', gap: '12px', padding: '16px' }}>
      <h1 class="zj-unseen">部件</h1>
      <div style={row}>
        <Button variant="filled" icon="capture">
          取证
        </Button>
        <Button variant="filled" icon="capture" busy>
          取证
        </Button>
        <Button variant="filled" size="main" icon="capture" keys={['Alt', 'Q']}>
          取证
        </Button>
        <Button icon="download">导出</Button>
        <Button icon="download" disabled>
          导出
        </Button>
        <Button variant="plain" size="small" icon="locate">
          定位
        </Button>
      </div>
      <div style={row}>
        <LevelMark kind="strong" /> 重点 <LevelMark kind="weak" /> 一般 <LevelMark kind="cited" /> 引用或否定
        <Chip tone="missing">缺失 2</Chip>
        <Chip tone="doubt">存疑 2</Chip>
        <Chip tone="ok">已移送</Chip>
        <Chip tone="accent">待核实</Chip>
        <Chip tone="outline">核查中</Chip>
        <Chip tone="cited">不成立</Chip>
      </div>
      <div style={row}>
        <HighlightedSnippet prefix="全国平台通用，" match="当天出证" suffix="" kind="strong" />
        <HighlightedSnippet prefix="" match="检测包过" suffix="" kind="weak" />
        <HighlightedSnippet prefix="" match="直出证书" suffix="" kind="cited" />
      </div>
      <div style={row}>
        <Checkbox label="已选" labelUnseen checked onChange={nothing} />
        <Checkbox label="未选" labelUnseen checked={false} onChange={nothing} />
        <Checkbox label="部分" checked="mixed" onChange={nothing} />
        <Switch label="扫描" checked={on} onChange={setOn} />
        <Switch label="扫描二" checked={!on} onChange={(next) => setOn(!next)} />
        <Segment
          label="画面"
          value={segment}
          onChange={setSegment}
          options={[
            { value: 'marked', label: '标注' },
            { value: 'original', label: '原图' },
          ]}
        />
        <Key keys={['Alt', 'Q']} />
      </div>
      <Field label="颁发日期" error="日期写法无法识别，请按 2024-03-15 填写。">
        {(control) => <TextInput {...control} value={text} onInput={setText} />}
      </Field>
      <div style={row}>
        <TextInput
          label="搜索"
          type="search"
          icon="search"
          keys={['Ctrl', 'K']}
          placeholder="搜索证据"
          value=""
          onInput={nothing}
        />
        <Select
          label="状态"
          value="a"
          onChange={nothing}
          options={[
            { value: 'a', label: '待核实' },
            { value: 'b', label: '核查中' },
          ]}
        />
      </div>
      <Tabs
        label="证据"
        current={tab}
        onSelect={setTab}
        tabs={[
          { id: 'view', label: '画面' },
          { id: 'certificate', label: '证书', count: 2 },
        ]}
      />
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`}>
        <ProgressBar label="进度" value={12} max={31} />
        <DigestLine algorithm="SHA-256" value={'9f2c41ab'.repeat(8)} onCopy={nothing} />
        <ul>
          <LogLine time="14:32:07" dateTime={at('14:32:07')} act="已封存" person="示例" />
        </ul>
      </div>
      <EmptyState icon="library" title="没有符合条件的证据">
        换一个条件试试。
      </EmptyState>
      <div style={row}>
        {(Object.keys(ICON_PATHS) as IconName[]).map((name) => (
          <Icon key={name} name={name} />
        ))}
      </div>
      <Toast icon="flag" action={{ label: '撤销', onClick: nothing }} onClose={nothing}>
        已标为误报，本页不再计数
      </Toast>
    </main>
  );
}
