//! The fake's ends of the wire: answering requests, with faults, and sending to a webhook.

use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep, timeout};

use super::described;
use super::fake::{Act, Fake, TOKEN};
use super::http::{Request, answer, read_body, read_head};
use super::rules;

impl Fake {
    /// The connection of a client.
    pub async fn talk(&self, mut stream: TcpStream) {
        stream.set_nodelay(true).expect("a socket");
        while let Some(head) = read_head(&mut stream).await {
            let line = String::from_utf8_lossy(&head).into_owned();
            let path = line.split(' ').nth(1).unwrap_or_default();
            let method = path.rsplit('/').next().unwrap_or_default().to_owned();
            let act = self.fault_for(&method);
            if matches!(act, Some(Act::CutUnread)) {
                return;
            }
            let Some(request) = read_body(&mut stream, &head).await else { return };
            if let Some(file) = request.path.strip_prefix(&format!("/file/bot{TOKEN}/files/")) {
                if !self.gives(&mut stream, file).await {
                    return;
                }
                continue;
            }
            let (status, body) = match act {
                Some(Act::Status(code)) => (code, "<html>trouble</html>".to_owned()),
                Some(Act::TooMany(seconds)) => self.too_many(&request, seconds),
                Some(act @ Act::KillOnReceipt) => {
                    self.kill(&stream, &method, act).await;
                    return;
                }
                Some(Act::CutUnanswered) => {
                    self.process(&method, &request).await;
                    return;
                }
                Some(act @ Act::KillBeforeAnswer) => {
                    self.process(&method, &request).await;
                    self.kill(&stream, &method, act).await;
                    return;
                }
                Some(Act::Garbage) => {
                    self.process(&method, &request).await;
                    (200, "\u{1}nonsense".to_owned())
                }
                Some(Act::Delay(time)) => {
                    sleep(time).await;
                    self.process(&method, &request).await
                }
                Some(Act::CutUnread) | None => self.process(&method, &request).await,
            };
            let chat = request.params.get("chat_id").and_then(Value::as_i64).unwrap_or_default();
            self.state().calls.push((method, chat, status));
            if !answer(&mut stream, status, &body).await {
                return;
            }
        }
    }

    /// Gives a file whose path was asked for.
    async fn gives(&self, stream: &mut TcpStream, path: &str) -> bool {
        let id = path.split('/').next().unwrap_or_default().to_owned();
        let size = self.state().files.get(&id).map(|(_, size)| *size);
        self.state().fetched.push(id);
        let Some(size) = size else { return answer(stream, 404, "{}").await };
        answer(stream, 200, &"x".repeat(size)).await
    }

    fn fault_for(&self, method: &str) -> Option<Act> {
        let mut state = self.state();
        let fault = state
            .faults
            .iter_mut()
            .find(|f| f.times > 0 && (f.method.is_empty() || f.method == method))?;
        if fault.skip > 0 {
            fault.skip -= 1;
            return None;
        }
        fault.times -= 1;
        Some(fault.act.clone())
    }

    /// Kills the bot at the other end of a connection. What was asked by one that is gone already
    /// kills the next that asks.
    async fn kill(&self, stream: &TcpStream, method: &str, act: Act) {
        if self.kill_owner(stream, method, act) {
            self.count_claimed().await;
        }
    }

    /// What is on its way when a bot dies may come once more: nobody knows whether it arrived.
    pub async fn count_claimed(&self) {
        if let Some(witness) = self.witness.lock().await.as_mut() {
            let claimed: i64 = sqlx::query_scalar("SELECT count(*) FROM outbox WHERE status = 1")
                .fetch_one(witness)
                .await
                .expect("the witness sees");
            self.state().claimed += claimed;
        }
    }

    fn kill_owner(&self, stream: &TcpStream, method: &str, act: Act) -> bool {
        let mut state = self.state();
        let port = stream.peer_addr().expect("another end").port();
        let owner = state.pids.iter().copied().find(|pid| owns(*pid, port));
        let Some(pid) = owner else {
            let same = state.faults.iter_mut().find(|f| f.method.is_empty() || f.method == method);
            let same = same.expect("the order that is carried out");
            (same.act, same.times) = (act, same.times + 1);
            return false;
        };
        state.pids.retain(|alive| *alive != pid);
        kill_process(pid, Signal::KILL).expect("the bot is ours");
        state.killed.push(pid);
        true
    }

    fn too_many(&self, request: &Request, seconds: u64) -> (u16, String) {
        let chat = request.params.get("chat_id").and_then(Value::as_i64).unwrap_or_default();
        self.state().closed.insert(chat, Instant::now() + Duration::from_secs(seconds));
        refusal((429, format!("Too Many Requests: retry after {seconds}")), Some(seconds))
    }

    /// What a request comes to.
    async fn process(&self, method: &str, request: &Request) -> (u16, String) {
        let token = request.path.strip_prefix("/bot").and_then(|rest| rest.split('/').next());
        if token != Some(TOKEN) || self.state().revoked {
            return refusal((401, "Unauthorized".to_owned()), None);
        }
        if let Err(refused) = rules::check(method, request) {
            self.state().offences.push(format!("{method}: {} {}", refused.0, refused.1));
            return refusal(refused, None);
        }
        if let Some(chat) = request.params.get("chat_id").and_then(Value::as_i64) {
            let moved = self.state().moved.get(&chat).copied();
            if let Some(to) = moved {
                let body = json!({ "ok": false, "error_code": 400,
                    "description": "Bad Request: group chat was upgraded to a supergroup chat",
                    "parameters": { "migrate_to_chat_id": to } });
                return (400, body.to_string());
            }
        }
        if matches!(method, "sendMessage" | "editMessageText") {
            let chat = request.params.get("chat_id").and_then(Value::as_i64).unwrap_or_default();
            let busy = self.state().busy.remove(&chat);
            if let Some(seconds) = busy {
                return self.too_many(request, seconds);
            }
        }
        if let Some(fault) = described::fault(method, &request.params) {
            self.state().offences.push(format!("{method}: {fault}"));
            return refusal((400, format!("Bad Request: {fault}")), None);
        }
        let done = match method {
            "getUpdates" => self.updates(request).await,
            _ => self.state().process(method, request),
        };
        if method == "setWebhook" && done.is_ok() {
            self.state().asks_for(request);
            let fake = self.clone();
            tokio::spawn(async move { fake.send_updates().await });
        }
        match done {
            Ok(result) => (200, json!({ "ok": true, "result": result }).to_string()),
            Err((429, why)) => refusal((429, why), Some(1)),
            Err(refused) => refusal(refused, None),
        }
    }

    async fn updates(&self, request: &Request) -> Result<Value, rules::Refusal> {
        let number = |name: &str| request.params.get(name).and_then(Value::as_i64);
        let question = {
            let mut state = self.state();
            if state.webhook.is_some() {
                let why = "Conflict: can't use getUpdates method while webhook is active";
                return Err((409, why.to_owned()));
            }
            state.asks_for(request);
            state.question += 1;
            state.question
        };
        self.news.notify_waiters();
        let offset = number("offset").unwrap_or_default();
        let known: Vec<i64> = self.state().updates.range(..offset).map(|(id, _)| *id).collect();
        self.confirm(known).await;
        let limit = usize::try_from(number("limit").unwrap_or(100)).expect("a limit");
        let hold = u64::try_from(number("timeout").unwrap_or_default()).expect("a time");
        let until = Instant::now() + Duration::from_secs(hold);
        loop {
            let news = self.news.notified();
            {
                let state = self.state();
                if state.question != question {
                    let why = "Conflict: terminated by other getUpdates request";
                    return Err((409, why.to_owned()));
                }
                let mut found: Vec<Value> =
                    state.updates.range(offset..).take(limit).map(|(_, u)| u.clone()).collect();
                if !found.is_empty() || Instant::now() >= until {
                    if state.disorderly {
                        found.extend(found.clone());
                        fastrand::shuffle(&mut found);
                    }
                    return Ok(Value::Array(found));
                }
            }
            let _late = tokio::time::timeout_at(until, news).await;
        }
    }

    /// The bot says that it has them: it must have them by now.
    async fn confirm(&self, ids: Vec<i64>) {
        if ids.is_empty() {
            return;
        }
        let wanted: Vec<i64> = {
            let state = self.state();
            ids.iter().copied().filter(|id| state.turns.contains(id)).collect()
        };
        if let Some(witness) = self.witness.lock().await.as_mut() {
            let stored: Vec<i64> = sqlx::query_scalar(
                "SELECT abs(update_id) FROM inbound WHERE abs(update_id) = ANY($1)",
            )
            .bind(&wanted)
            .fetch_all(witness)
            .await
            .expect("the witness sees");
            let ahead = wanted.into_iter().filter(|id| !stored.contains(id));
            self.state().ahead.extend(ahead);
        }
        let mut state = self.state();
        for id in ids {
            state.updates.remove(&id);
            state.confirmed.push(id);
        }
    }

    /// Brings updates to the webhook, one after the other, each until it is answered with 200.
    async fn send_updates(&self) {
        let client = reqwest::Client::new();
        loop {
            let news = self.news.notified();
            let first = {
                let state = self.state();
                let first = state.updates.first_key_value().map(|(id, u)| (*id, u.clone()));
                (state.webhook.clone(), first)
            };
            let ((Some((url, secret)), first), address) =
                (first, self.hook_address.lock().expect("an address").clone())
            else {
                return;
            };
            let (Some((id, update)), Some(address)) = (first, address) else {
                let _late = timeout(Duration::from_millis(100), news).await;
                continue;
            };
            let path = url.splitn(4, '/').nth(3).unwrap_or_default().to_owned();
            let sent = client
                .post(format!("http://{address}/{path}"))
                .header("x-telegram-bot-api-secret-token", &secret)
                .header("content-type", "application/json")
                .body(update.to_string())
                .send()
                .await;
            match sent {
                Ok(answer) if answer.status() == 200 => self.confirm(vec![id]).await,
                _ => sleep(Duration::from_millis(50)).await,
            }
        }
    }
}

fn refusal((code, why): rules::Refusal, retry_after: Option<u64>) -> (u16, String) {
    let mut body = json!({ "ok": false, "error_code": code, "description": why });
    if let Some(seconds) = retry_after {
        body["parameters"] = json!({ "retry_after": seconds });
    }
    (code, body.to_string())
}

/// Whether a process has this port of this machine.
fn owns(pid: Pid, port: u16) -> bool {
    let table = std::fs::read_to_string("/proc/net/tcp").unwrap_or_default();
    let local = format!(":{port:04X}");
    let row = table.lines().find(|line| {
        line.split_whitespace().nth(1).is_some_and(|address| address.ends_with(&local))
    });
    let Some(inode) = row.and_then(|row| row.split_whitespace().nth(9)) else { return false };
    let socket = format!("socket:[{inode}]");
    let held = std::fs::read_dir(format!("/proc/{}/fd", pid.as_raw_nonzero()));
    held.into_iter().flatten().flatten().any(|entry| {
        std::fs::read_link(entry.path()).is_ok_and(|to| to.to_string_lossy() == socket)
    })
}
