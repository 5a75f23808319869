package vn.toancanh.ui.kit;

/** How much a message matters; each has a colour and a shape. */
public enum Weight {
    /** Good to know. */
    INFORMATION("tc-information", Icons.INFORMATION),
    /** Look at it. */
    LOOK("tc-look", Icons.LOOK),
    /** Do something. */
    ACT("tc-act", Icons.ACT);

    private final String styleClass;
    private final Icons icon;

    Weight(String styleClass, Icons icon) {
        this.styleClass = styleClass;
        this.icon = icon;
    }

    String styleClass() {
        return styleClass;
    }

    Icons icon() {
        return icon;
    }
}
