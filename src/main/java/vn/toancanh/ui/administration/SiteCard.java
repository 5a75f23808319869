package vn.toancanh.ui.administration;

import vn.toancanh.administration.SiteLines;
import vn.toancanh.base.Texts;

/** A site that is seen and not to be changed. */
final class SiteCard extends Form {
    SiteCard(SiteLines.Line line, Texts texts) {
        super(texts, "");
        getChildren()
                .addAll(
                        title(line.site().name()),
                        sentence(line.path()),
                        dim(texts.get("administration.siteSeenOnly")));
    }

    @Override
    boolean dirty() {
        return false;
    }

    @Override
    void send() {
        // There is nothing to send.
    }

    @Override
    void takeFocus() {
        requestFocus();
    }
}
