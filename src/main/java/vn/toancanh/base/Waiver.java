package vn.toancanh.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets one class through one fence of the architecture test, with the reason. A waiver without a reason, for a fence that
 * does not exist, or that is no longer needed fails the build.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Waiver.Waivers.class)
public @interface Waiver {
    /** The fence's name, as the architecture test prints it. */
    String fence();

    /** Why this class may, in a sentence. */
    String reason();

    /** Several waivers on one class. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface Waivers {
        Waiver[] value();
    }
}
