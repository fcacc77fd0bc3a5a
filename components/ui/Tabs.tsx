import { nextIndex } from './arrow-keys.ts';
import './tabs.css';

export interface TabsProps<Id extends string> {
  /** Spoken name of the row. */
  label: string;
  tabs: readonly { id: Id; label: string; count?: number }[];
  current: Id;
  onSelect: (id: Id) => void;
}

/** A row of tabs; the panel of tab `id` carries `id="panel-<id>" role="tabpanel" aria-labelledby="tab-<id>"`. */
export function Tabs<Id extends string>({ label, tabs, current, onSelect }: TabsProps<Id>) {
  return (
    <div class="zj-tabs" role="tablist" aria-label={label}>
      {tabs.map((tab, index) => (
        <button
          key={tab.id}
          id={`tab-${tab.id}`}
          type="button"
          role="tab"
          aria-selected={tab.id === current}
          aria-controls={`panel-${tab.id}`}
          tabIndex={tab.id === current ? 0 : -1}
          onClick={() => onSelect(tab.id)}
          onKeyDown={(event) => {
            const next = nextIndex(event.key, index, tabs.length);
            if (next === null) return;
            event.preventDefault();
            onSelect(tabs[next]!.id);
            (event.currentTarget.parentElement?.children[next] as HTMLElement | undefined)?.focus();
          }}
        >
          {tab.label}
          {tab.count !== undefined && <span class="zj-tab-count">{tab.count.toLocaleString('en-US')}</span>}
        </button>
      ))}
    </div>
  );
}
