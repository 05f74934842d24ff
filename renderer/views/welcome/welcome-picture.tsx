import { Bell, MoveRight } from 'lucide';
import { Icon } from '../../components/icon.tsx';

/** What the app is about, in one picture: a change, and the notification that tells of it. */
export const WelcomePicture = () => (
  <div class="welcome-picture" role="img" aria-label="A notification: Bo assigned you “Book venue”, due 3 December">
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
        <span class="picture-title">Bo assigned you “Book venue”</span>
        <span class="picture-body">
          <span class="square hue-6" />
          Autumn summit · due 3 Dec
        </span>
        <span class="picture-open">
          Open the task
          <Icon icon={MoveRight} size={12} />
        </span>
      </span>
    </span>
  </div>
);
