import { Quote } from 'lucide-react';
import { countEdits } from '#shared/document/texts/edit-texts.ts';
import { tidyText } from '#shared/document/texts/tidy-text.ts';
import { showToast } from '../../ui/overlays/toast.tsx';
import { deskCommand, whenReadOnly } from '../command.ts';

/** Gives the whole story in front the signs of its language, as one step that can be undone. */
export const tidyTypography = deskCommand('story.tidy', {
	icon: Quote,
	disabledReason: whenReadOnly,
	run: ({ workspace: { activeSession } }) => {
		if (activeSession === null) return;
		const tidy = tidyText(activeSession.getField('language'));
		const count = countEdits(activeSession.getArticle(), tidy);
		if (count > 0) activeSession.editTexts(tidy);
		if (count === 0) showToast('The typography is tidy already.');
		else showToast(count === 1 ? 'One place was tidied.' : `${count} places were tidied.`);
	},
});
