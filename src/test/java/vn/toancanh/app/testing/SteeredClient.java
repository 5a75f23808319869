package vn.toancanh.app.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import vn.toancanh.app.Main;
import vn.toancanh.base.Threads;

/**
 * The operator screen as a process of its own, started as people start it, with hands: each line that comes in is something that a
 * person does in its windows, as {@link Hands} reads it. Says of each, by its number, that it was done or why it was not.
 */
public final class SteeredClient {
    /** What an answer begins with, before its number. */
    static final String ANSWER = "hands: ";

    private SteeredClient() {}

    public static void main(String[] args) {
        Threads.daemon("hands", SteeredClient::obey).start();
        Main.main(args);
    }

    private static void obey() {
        Hands hands = new Hands();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        int number = 0;
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String answer = "done";
                try {
                    hands.obey(line);
                } catch (Exception | AssertionError why) {
                    answer = "cannot: " + why;
                }
                System.out.println(
                        ANSWER + number + " " + answer.lines().findFirst().orElse(""));
            }
        } catch (IOException gone) {
            System.out.println(ANSWER + "nobody speaks any more");
        }
    }
}
