import { Switch } from '../ui/Switch.tsx';

export interface SettingSwitchProps {
  title: string;
  /** What is different while it is on. */
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A setting that is on or off, with what it does beside the switch. */
export const SettingSwitch = ({ title, hint, checked, onChange }: SettingSwitchProps) => (
  <div class="zj-settings-switch">
    <Switch label={title} checked={checked} onChange={onChange} />
    <div>
      <p>{title}</p>
      <p class="zj-secondary">{hint}</p>
    </div>
  </div>
);
