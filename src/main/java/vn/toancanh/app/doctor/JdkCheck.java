package vn.toancanh.app.doctor;

import vn.toancanh.base.Texts;

/** Java itself. */
record JdkCheck(Texts texts, int version) implements Check {
    private static final int OLDEST = 25;

    @Override
    public Finding look() {
        String text = texts.get("doctor.jdk", System.getProperty("java.vendor", ""), Integer.toString(version));
        return version >= OLDEST
                ? Finding.ok("jdk", text)
                : Finding.problem("jdk", text, texts.get("doctor.jdkAdvice", OLDEST));
    }
}
