package vn.toancanh.fences;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import vn.toancanh.base.Waiver;

/**
 * One rule of the house.
 *
 * @param name how waivers and reports call it
 * @param reason why it stands
 * @param finder tells every breach found in a class
 */
record Fence(String name, String reason, BiConsumer<JavaClass, Consumer<String>> finder) {

    /** The rule as ArchUnit checks it, waived classes left out where {@code waivers} is true. */
    ArchRule rule(boolean waivers) {
        var condition = new ArchCondition<JavaClass>("keep to \"" + name + "\"") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                finder.accept(
                        item,
                        breach -> events.add(SimpleConditionEvent.violated(item, item.getName() + ": " + breach)));
            }
        };
        var waived = DescribedPredicate.describe("not waived", (JavaClass item) -> !waivers || !isWaived(item));
        return ArchRuleDefinition.classes()
                .that(waived)
                .should(condition)
                .because(reason)
                .allowEmptyShould(true);
    }

    /** Outermost classes that break this fence, waivers not counted. */
    Set<String> breakers(JavaClasses classes) {
        Set<String> names = new TreeSet<>();
        for (JavaClass each : classes) {
            finder.accept(each, breach -> names.add(outermost(each).getName()));
        }
        return names;
    }

    boolean isWaived(JavaClass item) {
        return waiversOf(outermost(item)).containsKey(name);
    }

    /** The fences that a class is waived from, with the reasons. */
    static Map<String, String> waiversOf(JavaClass item) {
        Map<String, String> reasons = new TreeMap<>();
        for (JavaAnnotation<JavaClass> annotation : item.getAnnotations()) {
            if (annotation.getRawType().isEquivalentTo(Waiver.class)) {
                note(annotation, reasons);
            } else if (annotation.getRawType().isEquivalentTo(Waiver.Waivers.class)) {
                for (Object one : (Object[]) annotation.getExplicitlyDeclaredProperty("value")) {
                    note((JavaAnnotation<?>) one, reasons);
                }
            }
        }
        return reasons;
    }

    private static void note(JavaAnnotation<?> waiver, Map<String, String> reasons) {
        reasons.put((String) waiver.getExplicitlyDeclaredProperty("fence"), (String)
                waiver.getExplicitlyDeclaredProperty("reason"));
    }

    static JavaClass outermost(JavaClass item) {
        JavaClass at = item;
        while (at.getEnclosingClass().isPresent()) {
            at = at.getEnclosingClass().get();
        }
        return at;
    }

    /** Tells each dependency of a class on another class, arrays counted as their elements. */
    static void eachDependency(JavaClass item, BiConsumer<JavaClass, Dependency> take) {
        for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (!target.isPrimitive()) {
                take.accept(target, dependency);
            }
        }
    }
}
