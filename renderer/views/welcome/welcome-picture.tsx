import { Bell, MoveRight } from 'lucide';
import { Icon } from '../../components/icon.tsx';
import { useWelcomeMessages } from './use-welcome-messages.ts';

/** What the app is about, in one picture: a change, and the notification that tells of it. */
export const WelcomePicture = () => {
  const words = useWelcomeMessages().picture;
  return (
    <div class="welcome-picture" role="img" aria-label={words.name}>
      <span class="picture-panel">
        <span class="picture-tray">
          <Icon icon={Bell} size={12} />
        </span>
        17:30
      </span>
      <span class="picture-toast picture-toast-behind" />
      <span class="picture-toast">
        <span class="avatar hue-3">BL</span>
        <span class="picture-words">
          <span class="picture-title">{words.title}</span>
          <span class="picture-body">
            <span class="square hue-6" />
            {words.body}
          </span>
          <span class="picture-open">
            {words.open}
            <Icon icon={MoveRight} size={12} />
          </span>
        </span>
      </span>
    </div>
  );
};
