package vn.toancanh.app;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the signals that end a process in place of the JVM. The JVM would run all shutdown hooks at once, and JavaFX's own
 * takes the windows' thread away from those who still put things away in order on it. By reflection, because the compiler
 * warns of {@code sun.misc.Signal} and cannot be told not to; module {@code jdk.unsupported} exports it to everybody.
 */
final class Signals {
    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final List<String> ENDING = List.of("INT", "TERM", "HUP");

    private Signals() {}

    /**
     * Hears them from now on.
     *
     * @param heard told a signal's number, on a thread of the JVM's, each time it comes
     * @return false where this JVM hands out none: then its shutdown hooks hear of the end
     */
    static boolean hear(IntConsumer heard) {
        int taken = 0;
        for (String name : ENDING) {
            try {
                handle(name, heard);
                taken++;
            } catch (InvocationTargetException refused) {
                // a system without this signal, or a JVM started with -Xrs
                LOG.debug("signal {} is not ours", name, refused);
            } catch (ReflectiveOperationException none) {
                LOG.info("signals cannot be heard: {}", none.toString());
                return false;
            }
        }
        return taken > 0;
    }

    private static void handle(String name, IntConsumer heard) throws ReflectiveOperationException {
        Class<?> signal = Class.forName("sun.misc.Signal");
        Class<?> handler = Class.forName("sun.misc.SignalHandler");
        Object made = signal.getConstructor(String.class).newInstance(name);
        int number = (int) signal.getMethod("getNumber").invoke(made);
        MethodHandle told = MethodHandles.publicLookup()
                .findVirtual(IntConsumer.class, "accept", MethodType.methodType(void.class, int.class))
                .bindTo(heard);
        Object hearing = MethodHandleProxies.asInterfaceInstance(
                handler, MethodHandles.dropArguments(MethodHandles.insertArguments(told, 0, number), 0, signal));
        signal.getMethod("handle", signal, handler).invoke(null, made, hearing);
    }
}
