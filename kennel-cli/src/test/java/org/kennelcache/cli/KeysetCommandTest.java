package org.kennelcache.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kennelcache.config.KeysetWrapping;
import org.kennelcache.config.Secret;
import org.kennelcache.sealing.KeysetFormat;
import org.kennelcache.sealing.Keysets;
import picocli.CommandLine;

class KeysetCommandTest {

    private static final Pattern KEY_MATERIAL = Pattern.compile("[A-Za-z0-9+/]{40}");

    @TempDir
    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private Path file = Path.of("");
    private Path password = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        file = folder.resolve("keyset.json");
        password = Files.writeString(folder.resolve("password"), "hunter2\n");
    }

    private int run(String command, String... more) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("keyset", command, file.toString()));
        arguments.addAll(List.of(more));
        return KennelCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    private int byPassword(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.add("--password-file=" + password);
        return run(command, arguments.toArray(String[]::new));
    }

    private Keysets keysets() throws IOException {
        return KeysetFormat.read(Files.readString(file), new KeysetWrapping.ByPassword(Secret.of("hunter2")));
    }

    private String lastIdOf(String purpose) {
        return out.toString()
                .lines()
                .filter(line -> line.startsWith(purpose))
                .reduce((first, second) -> second)
                .orElseThrow()
                .split(" +", -1)[1];
    }

    @Test
    void create_wrappedByAPassword_writesAFileOfItsOwnersWithTwoKeysets() throws IOException {
        assertThat(byPassword("create")).isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(keysets().values().size()).isEqualTo(1);
        assertThat(keysets().names().size()).isEqualTo(1);
        assertThat(out.toString())
                .containsPattern("values +\\d+ +ENABLED +primary +X-AES-GCM")
                .containsPattern("names +\\d+ +ENABLED +primary +HMAC PRF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes256-gcm", "xaes256-gcm", "xchacha20-poly1305"})
    void create_withACipher_makesAKeyForIt(String cipher) {
        assertThat(run("create", "--cleartext", "--cipher=" + cipher)).isZero();
        assertThat(run("show", "--cleartext")).isZero();
    }

    @Test
    void commands_anyOfThem_printNoKeyAndNoPassword() throws IOException {
        String printed = "";
        byPassword("create");
        printed += out.toString() + err;
        byPassword("add");
        printed += out.toString() + err;
        byPassword("show");
        printed += out.toString() + err;
        printed += run("show", "--cleartext") + out.toString() + err;

        assertThat(printed).doesNotContainPattern(KEY_MATERIAL).doesNotContain("hunter2");
        assertThat(Files.readString(file)).containsPattern(KEY_MATERIAL);
    }

    @Test
    void rotation_addPromoteDisable_leavesTheNewKeyAsTheOnlyEnabledOne() throws IOException {
        byPassword("create");
        String old = lastIdOf("values");
        assertThat(byPassword("add")).isZero();
        String added = lastIdOf("values");
        assertThat(keysets().values().getPrimary().getId()).isEqualTo(Integer.parseUnsignedInt(old));

        assertThat(byPassword("promote", added)).isZero();
        assertThat(keysets().values().getPrimary().getId()).isEqualTo(Integer.parseUnsignedInt(added));
        assertThat(byPassword("disable", old)).isZero();

        assertThat(out.toString())
                .containsPattern("values +" + old + " +DISABLED")
                .containsPattern("values +" + added + " +ENABLED +primary");
    }

    @Test
    void rotation_ofNames_changesOnlyThose() throws IOException {
        byPassword("create");
        int values = keysets().values().getPrimary().getId();
        byPassword("add", "--names");

        assertThat(byPassword("promote", lastIdOf("names"), "--names")).isZero();

        assertThat(keysets().names().getAt(1).isPrimary()).isTrue();
        assertThat(keysets().values().getPrimary().getId()).isEqualTo(values);
    }

    @Test
    void change_ofAFile_keepsItsPermissionsAndLeavesNothingElse() throws IOException {
        byPassword("create");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        byPassword("add");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void change_ofAFileThroughALink_changesTheFileAndLeavesTheLink() throws IOException {
        byPassword("create");
        Path target = file;
        file = Files.createSymbolicLink(folder.resolve("link.json"), target.getFileName());

        assertThat(byPassword("add")).isZero();

        assertThat(file).isSymbolicLink();
        file = target;
        assertThat(keysets().values().size()).isEqualTo(2);
    }

    @Test
    void change_whileAnotherIsAtWork_failsAndLeavesAll() throws IOException {
        byPassword("create");
        Path next = Files.writeString(folder.resolve("keyset.json.new"), "of the other");

        assertThat(byPassword("add")).isEqualTo(1);

        assertThat(err.toString()).startsWith(next + " exists: another command is at work, or was interrupted");
        assertThat(next).hasContent("of the other");
        assertThat(keysets().values().size()).isEqualTo(1);
    }

    @Test
    void change_whileAnotherHasReadTheFile_failsAndTheOtherIsKept() throws IOException {
        byPassword("create");
        KeysetFile other =
                CommandLine.populateCommand(new KeysetFile(), file.toString(), "--password-file=" + password);

        other.change(keysets -> {
            assertThat(byPassword("add")).isEqualTo(1);
            return new Keysets(KeysetEdits.add(keysets.values(), Cipher.AES256_GCM.parameters()), keysets.names());
        });

        assertThat(err.toString()).contains(" exists: another command is at work");
        assertThat(keysets().values().size()).isEqualTo(2);
        assertThat(byPassword("add")).isZero();
    }

    @Test
    void change_thatIsRefused_leavesNothingElse() {
        byPassword("create");

        assertThat(byPassword("disable", lastIdOf("values"))).isEqualTo(1);

        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void change_ofNoFile_saysSo() {
        assertThat(byPassword("add")).isEqualTo(1);

        assertThat(err.toString()).isEqualTo(file + " does not exist" + System.lineSeparator());
    }

    @Test
    void create_fileThatIsThere_failsAndLeavesIt() throws IOException {
        Files.writeString(file, "precious");

        assertThat(byPassword("create")).isEqualTo(1);

        assertThat(err.toString()).isEqualTo(file + " exists already; nothing was changed" + System.lineSeparator());
        assertThat(file).hasContent("precious");
    }

    @Test
    void disable_primaryKey_isRefused() {
        byPassword("create");

        assertThat(byPassword("disable", lastIdOf("values"))).isEqualTo(1);

        assertThat(err.toString()).contains("is the primary one; allowed: another, after kennel keyset promote");
    }

    @Test
    void promote_disabledOrMissingKey_isRefused() {
        byPassword("create");
        byPassword("add");
        String added = lastIdOf("values");
        byPassword("disable", added);

        assertThat(byPassword("promote", added)).isEqualTo(1);
        assertThat(err.toString()).contains("DISABLED; allowed: an enabled one");
        assertThat(byPassword("promote", "1")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no key 1; there are ", added);
    }

    @Test
    void kek_forAnotherKeyset_wrapsIt() {
        Path kek = folder.resolve("kek.json");
        Path keyset = file;
        file = kek;
        assertThat(run("kek")).isZero();
        file = keyset;

        assertThat(run("create", "--kek-keyset=" + kek)).isZero();
        assertThat(run("show", "--kek-keyset=" + kek)).isZero();
        assertThat(run("show", "--cleartext")).isEqualTo(1);
    }

    @Test
    void show_otherPassword_isRefused() throws IOException {
        byPassword("create");
        Files.writeString(password, "hunter3");

        assertThat(byPassword("show")).isEqualTo(1);

        assertThat(err.toString())
                .startsWith(file + ": encryption_keyset: cannot be read by encryption_keyset_password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--cleartext --kek-uri=x", "--cleartext --cipher=rot13"})
    void create_wrongOptions_isStatus2(String options) {
        assertThat(run("create", options.isEmpty() ? new String[0] : options.split(" ")))
                .isEqualTo(2);
        assertThat(file).doesNotExist();
    }
}
