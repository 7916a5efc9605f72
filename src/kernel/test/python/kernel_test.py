"""kernel_test.py NAME: puts Jupyter's own questions to an installed Java kernel, over ports and over socket files.

Uses jupyter_kernel_test (Debian's python3-jupyter-kernel-test). Waits for answers as long as they take: a machine that
is busy with other things fails no question.
"""
import os
import sys
import tempfile
import unittest

import jupyter_kernel_test
from jupyter_client.manager import KernelManager
from jupyter_client.utils import run_sync

LONGEST_WAIT_SECONDS = 600
jupyter_kernel_test.TIMEOUT = LONGEST_WAIT_SECONDS


class Questions(jupyter_kernel_test.KernelTests):
    """The questions of jupyter_kernel_test, and what a Java kernel is to answer."""

    transport = "tcp"
    language_name = "Java"
    file_extension = ".jshell"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [
        {"text": "Math.hypo", "matches": {"hypot("}},
        {"text": "%cla", "matches": {"%classpath"}},
        {"text": '"Math.ab', "matches": set()},
    ]
    complete_code_samples = ["1", "int x = 1;", "class A { }", "", "%classpath a.jar"]
    incomplete_code_samples = ["if (true) {", "int sum(int a,", '"""\ntext']
    invalid_code_samples = ["import = 7q", "int 1x = 2;", "}"]
    code_generate_error = "int zero = 0; 1 / zero"
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": '"6" + 7', "result": "67"},
        {"code": "2.5 * 2", "result": "5.0"},
    ]
    code_display_data = [{"code": 'display("<b>7</b>", "text/html");', "mime": "text/html"}]
    supported_history_operations = ("tail", "range", "search")
    code_history_pattern = "6 *[*]*"
    code_inspect_sample = "Math.abs"

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.km = KernelManager(
            kernel_name=cls.kernel_name,
            transport=cls.transport,
            ip=f"{cls.folder.name}/kernel" if cls.transport == "ipc" else "127.0.0.1",
        )
        cls.km.start_kernel()
        cls.kc = cls.km.client()
        cls.kc.start_channels()
        cls.kc.wait_for_ready(timeout=LONGEST_WAIT_SECONDS)
        receive = cls.kc.iopub_channel.get_msg
        cls.kc.iopub_channel.get_msg = lambda timeout=None: receive(timeout=LONGEST_WAIT_SECONDS)

    @classmethod
    def tearDownClass(cls):
        super().tearDownClass()
        cls.folder.cleanup()

    def flush_channels(self):
        """Reads up to the answer of a request of its own, instead of until nothing comes for a moment."""
        request = self.kc.kernel_info()
        while run_sync(self.kc.shell_channel.get_msg)(timeout=LONGEST_WAIT_SECONDS)["parent_header"]["msg_id"] != request:
            pass
        idle = False
        while not idle:
            message = run_sync(self.kc.iopub_channel.get_msg)()
            jupyter_kernel_test.validate_message(message)
            idle = (
                message["parent_header"].get("msg_id") == request
                and message["content"].get("execution_state") == "idle"
            )

    def test_aborts_all_cells_behind_a_failure(self):
        self.flush_channels()
        first = self.kc.execute('Thread.sleep(500); throw new IllegalStateException("first");')
        behind = [self.kc.execute("1") for _ in range(4)]
        states = {}
        while len(states) < 5:
            reply = self.get_non_kernel_info_reply(timeout=LONGEST_WAIT_SECONDS)
            states[reply["parent_header"]["msg_id"]] = reply["content"]["status"]
        self.assertEqual([states[first]] + [states[cell] for cell in behind], ["error"] + 4 * ["aborted"])

    def test_evaluates_expressions(self):
        self.flush_channels()
        self.kc.execute("int known = 5;", user_expressions={"good": "known + 1", "bad": "known / 0"})
        values = self.get_non_kernel_info_reply(timeout=LONGEST_WAIT_SECONDS)["content"]["user_expressions"]
        self.assertEqual(values["good"]["data"]["text/plain"], "6")
        self.assertEqual(values["bad"]["ename"], "ArithmeticException")

    def test_answers_while_a_cell_cannot_be_stopped(self):
        self.flush_channels()
        pipe = f"{self.folder.name}/go"
        os.mkfifo(pipe)
        self.kc.execute(
            "var gate = new Semaphore(0);"
            f'new Thread(() -> {{ try {{ Files.readString(Path.of("{pipe}")); }} catch (IOException e) {{ }} gate.release(); }}).start();'
        )
        self.get_non_kernel_info_reply(timeout=LONGEST_WAIT_SECONDS)
        self.kc.execute('{ System.out.println("runs"); gate.acquireUninterruptibly(); }')
        self.await_text("runs")
        self.km.interrupt_kernel()
        failed = self.get_non_kernel_info_reply(timeout=LONGEST_WAIT_SECONDS)
        self.assertEqual(failed["content"]["ename"], "CellNotStopped")
        self.assertIn("java.util.concurrent.Semaphore.acquireUninterruptibly", failed["content"]["evalue"])
        request = self.kc.kernel_info()
        reply = self.kc.get_shell_msg(timeout=LONGEST_WAIT_SECONDS)
        self.assertEqual(reply["parent_header"]["msg_id"], request)
        self.assertEqual(reply["content"]["status"], "ok")
        with open(pipe, "w", encoding="ascii") as opened:
            opened.write("go")
        self.await_text("cells run again")

    def await_text(self, wanted):
        while wanted not in run_sync(self.kc.iopub_channel.get_msg)()["content"].get("text", ""):
            pass


class OverPorts(Questions):
    """All of it over TCP, as Jupyter does where nobody says otherwise."""


class OverSocketFiles(Questions):
    """All of it over Unix domain sockets, as on Google Colab."""

    transport = "ipc"


def load_tests(loader, tests, pattern):
    return unittest.TestSuite(loader.loadTestsFromTestCase(case) for case in (OverPorts, OverSocketFiles))


if __name__ == "__main__":
    Questions.kernel_name = sys.argv.pop(1)
    unittest.main()
