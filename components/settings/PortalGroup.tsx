import { isOfficialHost } from '../../rules/official-hosts.ts';
import { PORTALS } from '../../rules/portals.ts';
import { hostOf } from '../../utils/base/host-of.ts';
import { t } from '../../utils/base/i18n.ts';
import { isPortalAddress } from '../../utils/base/portal-address.ts';
import { Chip } from '../ui/Chip.tsx';
import { DraftInput } from '../ui/DraftInput.tsx';
import { Field } from '../ui/Field.tsx';
import type { SettingsPart } from './CaptureGroup.tsx';
import { Managed } from './Managed.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

/** Addresses of the official portals. Most are empty until the office has checked them; nothing is looked up by itself. */
export function PortalGroup({ settings, onSettings }: SettingsPart) {
  const { portals } = settings;
  return (
    <SettingsGroup title={t('settings_portals')} hint={t('settings_portalsHint')}>
      <Managed setting="portals">
        {PORTALS.map(({ id, name, defaultUrl }) => {
          const own = portals[id] ?? '';
          const url = own || defaultUrl;
          const wrong = own !== '' && !isPortalAddress(own);
          const host = wrong ? '' : hostOf(url);
          return (
            <div key={id}>
              <Field label={name} error={wrong ? t('settings_portalError') : undefined}>
                {(control) => (
                  <DraftInput
                    {...control}
                    type="url"
                    placeholder={defaultUrl || 'https://'}
                    value={own}
                    onCommit={(typed) => onSettings({ portals: { ...portals, [id]: typed } })}
                  />
                )}
              </Field>
              {host && (
                <p class="zj-line zj-settings-host">
                  <span class="zj-mono">{host}</span>
                  <Chip>{t(isOfficialHost(host) ? 'settings_portalOfficial' : 'settings_portalOther')}</Chip>
                </p>
              )}
            </div>
          );
        })}
      </Managed>
    </SettingsGroup>
  );
}
