import { DemoOffer } from './demo-offer.tsx';
import { WelcomePicture } from './welcome-picture.tsx';

/** What the app is for. */
export const IntroductionStep = () => (
  <>
    <WelcomePicture />
    <p class="welcome-lead">
      When a task of yours changes in Redbooth, a notification says who did what, and one click opens the task.
    </p>
    <DemoOffer />
  </>
);
