import { DemoOffer } from './demo-offer.tsx';
import { WelcomePicture } from './welcome-picture.tsx';
import { useWelcomeMessages } from './use-welcome-messages.ts';

/** What the app is for. */
export const IntroductionStep = () => (
  <>
    <WelcomePicture />
    <p class="welcome-lead">{useWelcomeMessages().introduction}</p>
    <DemoOffer />
  </>
);
