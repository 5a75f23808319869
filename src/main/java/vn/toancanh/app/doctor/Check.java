package vn.toancanh.app.doctor;

/** One thing of the machine to look at. May block for some seconds. */
@FunctionalInterface
interface Check {
    Finding look();
}
